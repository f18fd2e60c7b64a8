// Whether whoever looks at this page wants no motion.
export const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
