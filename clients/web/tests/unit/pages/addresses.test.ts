// Where people are sent: never to an address that only the server's own computer can reach.
import { describe, expect, it } from 'vitest';
import { parseLinks } from '../../../src/state/cafe-links';
import { joinAddress, reachable } from '../../../src/state/join-address';

const local = 'http://127.0.0.1:8080';
const hall = 'http://192.168.1.20:8080';

describe('the address to join at', () => {
  it('is the first of the server that others can reach', () => {
    const { url, typed, loopback } = joinAddress([local, hall], local, 'K7MPT');
    expect(url).toBe(`${hall}/join#K7MPT`);
    expect(typed).toBe('192.168.1.20:8080/join');
    expect(loopback).toBe(false);
  });

  it('is where this page came from when the server names none', () => {
    expect(joinAddress([], hall, 'A').url).toBe(`${hall}/join#A`);
    expect(joinAddress(['garbage'], local, 'A').loopback).toBe(true);
  });

  it('is also the place of the links to hand out', () => {
    expect(reachable(`${local}/cafes/x/captain#00ff`, [hall], local)).toBe(
      `${hall}/cafes/x/captain#00ff`,
    );
  });
});

describe('the document of links', () => {
  it('is read as it was given when the café was made', () => {
    const links = { facilitator: 'f', screen: 's', captains: ['a', 'b'], participant: 'p' };
    expect(parseLinks({ cafe: 'x', epoch: '1', links })).toEqual({ cafe: 'x', ...links });
  });

  it('is refused when it is something else', () => {
    for (const other of [null, 3, {}, { cafe: 'x' }, { cafe: 'x', links: { captains: 1 } }]) {
      expect(parseLinks(other)).toBeUndefined();
    }
  });
});
