package org.fixator.wire;

import java.util.List;
import org.fixator.issue.Issue;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.TxIssueType;

/**
 * Issues as an OperationOutcome. An issue names its element as {@code expression} only: {@code location} is deprecated,
 * and HL7's suite takes an answer without it everywhere, and one with it only in places.
 */
public final class OutcomeCodec {

    private OutcomeCodec() {}

    /** The outcome of a request that cannot be answered. */
    public static OperationAnswer answer(TerminologyException problem) {
        return new OperationAnswer(problem.status(), write(problem.issues()));
    }

    /** An OperationOutcome with these issues. */
    public static byte[] write(List<Issue> issues) {
        JsonBytes json = new JsonBytes();
        write(json, issues);
        return json.bytes();
    }

    static void write(JsonBytes json, List<Issue> issues) {
        json.object().member("resourceType", "OperationOutcome").name("issue").array();
        issues.forEach(issue -> issue(json, issue));
        json.endArray().endObject();
    }

    private static void issue(JsonBytes json, Issue issue) {
        json.object();
        if (issue.messageId() != null) {
            json.name("extension")
                    .array()
                    .object()
                    .member("url", ExtensionUrls.MESSAGE_ID)
                    .member("valueString", issue.messageId())
                    .endObject()
                    .endArray();
        }
        json.member("severity", issue.severity().code())
                .member("code", issue.type().code())
                .name("details")
                .object();
        TxIssueType txType = issue.txType();
        if (txType != null) {
            json.name("coding")
                    .array()
                    .object()
                    .member("system", TxIssueType.SYSTEM)
                    .member("code", txType.code())
                    .endObject()
                    .endArray();
        }
        json.member("text", issue.text()).endObject();
        if (issue.expression() != null) {
            json.name("expression").array().value(issue.expression()).endArray();
        }
        json.endObject();
    }
}
