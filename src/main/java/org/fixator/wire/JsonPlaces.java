package org.fixator.wire;

/** Where strings and values end in valid JSON, without white space between values. */
final class JsonPlaces {

    private JsonPlaces() {}

    /** The place of the quote that ends a string which begins at a place. */
    static int closingQuote(byte[] json, int from) {
        int end = PlainBytes.end(json, from, json.length);
        while (json[end] != '"') {
            end = PlainBytes.end(json, end + (json[end] == '\\' ? 2 : 1), json.length);
        }
        return end;
    }

    /** The place behind the value that begins at a place. */
    static int valueEnd(byte[] json, int from) {
        int at = from;
        int depth = 0;
        do {
            switch (json[at]) {
                case '"' -> at = closingQuote(json, at + 1) + 1;
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                default -> at = depth > 0 ? at + 1 : scalarEnd(json, at);
            }
        } while (depth > 0);
        return at;
    }

    /** The place behind a number or a literal: that of what follows a value. */
    static int scalarEnd(byte[] json, int from) {
        int at = from;
        while (json[at] != ',' && json[at] != '}' && json[at] != ']') {
            at++;
        }
        return at;
    }
}
