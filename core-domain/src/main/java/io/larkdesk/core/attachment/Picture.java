package io.larkdesk.core.attachment;

/**
 * What pages need to know of a picture before they have it, so that nothing moves when it comes.
 *
 * @param width in pixels, as it is shown: turned upright
 * @param height in pixels
 * @param hasThumbnail whether there is a small copy of it
 */
public record Picture(int width, int height, boolean hasThumbnail) {

    /** Refuses a picture without area. */
    public Picture {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture has no area: " + width + " x " + height);
        }
    }
}
