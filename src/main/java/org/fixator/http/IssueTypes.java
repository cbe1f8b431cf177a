package org.fixator.http;

/** What kind of issue a status stands for, where nothing says more. */
final class IssueTypes {
    private IssueTypes() {}

    static String of(int status) {
        return switch (status) {
            case 401 -> "login";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405, 406, 415, 501 -> "not-supported";
            case 409, 412 -> "conflict";
            case 410 -> "deleted";
            case 413, 414, 431 -> "too-long";
            case 422 -> "processing";
            case 408, 503 -> "transient";
            default -> status >= 500 ? "exception" : "invalid";
        };
    }

    /** A refusal with a text of its own where the cause gave none. */
    static Refusal refusal(int status, String text) {
        return new Refusal(status, of(status), text.isBlank() ? text(status) : text);
    }

    private static String text(int status) {
        return switch (status) {
            case 400 ->
                "The request is not well-formed HTTP, or its first line and headers are longer than 64 KB:"
                        + " escape what is not a letter or digit in the URL, and send long parameters by POST";
            case 404 -> "There is nothing here";
            case 405 -> "This method is not allowed here";
            case 413, 414, 431 -> "The request is too long";
            default -> status >= 500 ? "The server failed; its log says why" : "The request was refused";
        };
    }
}
