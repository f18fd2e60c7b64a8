// The areas of the facilitator's page; a reload comes back to the one that was open.

export const areas = [
  'run',
  'room',
  'ideas',
  'screen',
  'actions',
  'preparation',
  'devices',
] as const;

export type Area = (typeof areas)[number];

const key = 'rebond.facilitator.area';

export function keptArea(): Area {
  try {
    const asked = new URLSearchParams(location.search).get('area') ?? sessionStorage.getItem(key);
    return areas.find((area) => area === asked) ?? 'run';
  } catch {
    return 'run';
  }
}

export function keepArea(area: Area): void {
  try {
    sessionStorage.setItem(key, area);
  } catch {
    // A browser that keeps nothing opens the first one.
  }
}
