/** The bits of the column `marks` of a plan, by the name of the mark. */
export declare const MARKS: {
    readonly season: 1;
    readonly placed: 2;
    readonly visit: 4;
    readonly moved: 8;
    readonly fixed: 16;
    readonly absorbs: 32;
    readonly serves: 64;
    readonly no_room: 128;
    readonly skipped: 256;
    readonly cancelled: 512;
};
