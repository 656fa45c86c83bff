import type { Plugin } from 'vite';

/** What imports are written as. */
export const CORE: string;
export function leanVideojs(): Plugin;
export function leaveOutSurface(core: string): string;
