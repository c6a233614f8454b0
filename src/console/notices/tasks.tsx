import { Button, Popconfirm, Skeleton, Tag } from 'antd'
import { api, good } from '../api.ts'
import { Refused } from '../unloaded.tsx'
import { words as common } from '../words/index.ts'
import { noticeWords as words } from '../words/notices.ts'
import { Papers } from './papers.tsx'
import { useFiling, useTasks } from './queries.ts'

/** A lawyer's own: people they were named for, and papers still to be handed over. */
export function TasksScreen() {
  const { data, error, isPending } = useTasks()
  const done = useFiling((id: string) =>
    good(api.tasks[':id'].done.$post({ param: { id }, json: {} })),
  )
  const refuse = useFiling((id: string) =>
    good(api.tasks[':id'].refusal.$post({ param: { id }, json: {} })),
  )
  return (
    <>
      <h1>{words.myTasks}</h1>
      {isPending && <Skeleton active />}
      <Refused error={error} />
      {data?.length === 0 && <p className="soft">{words.noTasks}</p>}
      <ul className="register">
        {data?.map((task) => (
          <li key={task.id}>
            <span className="grow">
              <b>{task.name}</b> {task.charge} · {common.stages[task.stage] ?? task.stage}
              <br />
              <span className="soft">
                {task.authority}
                {task.helpDate ? ` · ${words.helpDate} ${task.helpDate}` : ''}
              </span>
            </span>
            {task.state === 'assigned' ? (
              <>
                <Button onClick={() => done.mutate(task.id)}>{words.done}</Button>
                <Popconfirm
                  title={words.refuseSure}
                  okText={words.refuse}
                  cancelText={words.back}
                  onConfirm={() => refuse.mutate(task.id)}
                >
                  <Button>{words.refuse}</Button>
                </Popconfirm>
              </>
            ) : (
              <Tag>{words.taskStates[task.state]}</Tag>
            )}
          </li>
        ))}
      </ul>
      <Papers />
    </>
  )
}
