// Which view of the ideas belongs to a step.

export type IdeasView = 'all' | 'convergence' | 'syntheses' | 'expert' | 'support';

export function ideasViewOf(slug: string): IdeasView {
  const views: Record<string, IdeasView> = {
    'table-syntheses': 'syntheses',
    'map-and-convergence': 'convergence',
    expert: 'expert',
    support: 'support',
  };
  return views[slug] ?? 'all';
}
