/**
 * Words consultation records are written in, beside those of the flows. A sentence made of quite other words rests on
 * nothing. No word that tells an outcome, or what to do about one, belongs here.
 */
export const lexicon = [
  '取保候审期间 审查起诉阶段 侦查阶段 审判阶段 一审 二审 庭前 诉讼权利 诉讼阶段 诉讼程序 诉讼文书 强制措施 办案机关 办案单位 执行机关 主管机关 承办检察官 承办法官 承办民警',
  '含义 性质 后果 法律后果 制度 内容 条件 要求 程序 流程 步骤 期限 时间 地点 方式 方法 材料 证件 决定书 通知书 告知书 权利义务 义务 权利 权益 事项 注意事项 情节 情形 依据 范围 结果 意见 理由 事实 经过 原因 区别 作用 用途 职责',
  '能否离开本市 前往外地 外地 外出 出差 就医 上班 工作 报备 报批 审批 批准 请假 返回 归还 退还 退赔 退赃 赔偿 谅解 谅解书 和解 道歉 损失 赃物 财物 金额 数额 鉴定 检测 抽血 酒精含量 伤情鉴定 轻伤 重伤 轻微伤 事故认定书 责任认定',
  '携带 准备 按时 按通知 到案 到场 前往 接受讯问 接受询问 传唤 传讯 通知 查阅案卷 阅卷 会见 约见 申请 递交 提交 补充 说明情况 陈述 辩解 核对笔录 阅读笔录 更正笔录 如实陈述 如实供述 自愿 真实 合法 证据 证人 辩护人 委托 指派 法律援助 经济困难 援助机构 申请表 联系方式 热线',
  '后续 可随时 再次 继续 联系 来电 来访 预约 面谈 另行 安排 时间 已解答 已回复 已处理 已明确 清楚 明白 理解 知悉 了解 没有异议 有异议 暂无 其他 疑问 建议其 向其 对其 为其 就此 主要 具体 详细 一般 基本 初步 目前 现阶段 当前 此前 之后 过程 电动车 汽车 摩托车 手机 店铺 超市 工地 公司 家庭 邻里 纠纷 争执 冲突 饮酒 驾驶 驾车 查获 处罚 立案 移送 受理 管辖 回避 申诉 控告 撤回 变更 解除 保证人 保证金 到期 届满',
  'client asked lawyer explained told informed procedure meaning consequence right rights duty duties approval permission leaving city during bail review stage investigation prosecution trial notice document bring appointment question answer advice record restitution compensation forgiveness returned property electric bike drunk driving alcohol injury accident report summons interview affidavit legal aid apply application station prosecutor court decides decision own choice voluntary procuratorate',
].join('\n')
