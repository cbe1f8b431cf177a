package org.fixator.index;

/** An image that cannot be read: it is damaged, or of a format that this program does not know. */
public final class ImageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ImageException(String message) {
        super(message);
    }

    static ImageException damaged(String how) {
        return new ImageException("the image is damaged: " + how);
    }

    /** Its arrays contradict one another. */
    public static ImageException inconsistent(RuntimeException cause) {
        ImageException exception = damaged("it contradicts itself");
        exception.initCause(cause);
        return exception;
    }

    static ImageException format(int found, int known) {
        String age = found < known ? "an older" : "a newer";
        return new ImageException("the image has the format " + found + " of " + age + " program, and this one reads "
                + known + ": import the release again");
    }
}
