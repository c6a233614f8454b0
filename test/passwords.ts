/**
 * What `npm run desk -- hash-password` made of `zhang-password` and so on: hashing is slow on purpose, and a thousand
 * stories each begin with a new desk.
 */
export const passwordHashes = {
  zhang:
    'e1421368ca4df0d8eddff58012c4d4b9:21fff362901ff437f8f3bbf1ee18235426ef5609a18821db8ad9fb99bb3394af79b6a3e4bdc3ee7500215fd0c2142cb35e974e4e908c7a518b95c6941822687d',
  li: '57c9c728145927850d86c16b31223cf8:26e5ca2a44661ad362bbb6de54316f671d2add044522f1905bc9ff8aade0e3046e6db60770bfbfd88e78c9a234f4a2033b33de6ecb6468d119f237a43c7450f5',
  wang: '1fcea4b2698e4d2251951a1bf83b8a65:8f85a38efae8a561c302cd97436149abf10f45e55099d04c352f2a4a5c8cd65f2bd5fd57ccd962a3a26ec624a4f921bc3fec6b20a9b2fff03bd3189718c464a8',
  chen: 'b906860cdec646887ad87117012b9226:1f32c6821d2f8a1f816c8aca1887cb8c6654d321093f0b3ce76056e59e33cf0cb0d22f423c95abe1ba957f36f6763f61e15d769c5485e8dc6b8839a7ab0aa2de',
}
