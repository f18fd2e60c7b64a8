// What people do on the pages, as commands, by subject. What becomes of them shows in the café's
// state: as waiting, then as confirmed, or in the tray of what was refused.
export * from './actions/expert';
export * from './actions/groups';
export * from './actions/ideas';
export * from './actions/people';
export * from './actions/plan';
export * from './actions/rejected';
export * from './actions/script';
export * from './actions/stage';
export * from './actions/support';
export * from './actions/syntheses';
