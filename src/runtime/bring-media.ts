/** Fetches what plays clips, the larger half of the player. Asked for twice, it comes once. */
export const bringMedia = () => import('../media/open-media.js');
