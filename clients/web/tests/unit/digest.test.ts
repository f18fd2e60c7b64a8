// The digest, on the cases that it shares with the server.
import { create, fromJson, type JsonObject } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { ChangeSchema, EntrySchema } from '../../src/gen/rebond/v1/entry_pb';
import { ChangeCollector } from '../../src/sync/changes';
import { DigestSum } from '../../src/sync/digest';
import { Replica } from '../../src/sync/replica';
import { recordedCases } from './cases';

interface DigestCase {
  name: string;
  changes: JsonObject[];
  digest: string;
}

describe('the digest of a state', () => {
  it.each(recordedCases<DigestCase>('digest.json'))('$name', ({ changes, digest }) => {
    const replica = new Replica(new ChangeCollector(() => {}));
    changes.forEach((change, index) => {
      const entry = { seq: index + 1, changes: [fromJson(ChangeSchema, change)] };
      expect(replica.apply(create(EntrySchema, entry))).toBe('applied');
    });

    expect(replica.digestHex()).toBe(digest);
  });

  it('[DG1] hashes a thing that changed many times only once', () => {
    const sum = new DigestSum();
    let hashed = 0;
    for (let change = 0; change < 10; change++) sum.changed('a', () => BigInt(++hashed));
    expect(sum.value()).toBe(1n);
    expect(hashed).toBe(1);
  });

  it('[DG5] is printed as 32 lower-case hexadecimal digits', () => {
    const sum = new DigestSum();
    sum.changed('a', () => 0xabcn);
    expect(sum.hex()).toBe('00000000000000000000000000000abc');
  });
});
