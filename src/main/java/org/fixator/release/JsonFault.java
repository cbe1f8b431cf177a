package org.fixator.release;

import com.fasterxml.jackson.core.JsonProcessingException;

/** What is wrong with a JSON text, in the parser's words without what it says of itself. */
public final class JsonFault {

    private JsonFault() {}

    public static String of(JsonProcessingException e) {
        return String.valueOf(e.getOriginalMessage()).replaceAll("\\[Source: [^;]*; ", "[");
    }
}
