package org.fixator.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fixator.issue.Issue;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.TxIssueType;

/**
 * Issues as an OperationOutcome. An issue names its element as {@code expression} only: {@code location} is deprecated,
 * and HL7's suite takes an answer without it everywhere, and one with it only in places.
 */
public final class OutcomeCodec {

    private static final byte[] RESOURCE = bytes("{\"resourceType\":\"OperationOutcome\",\"issue\":");
    private static final byte[] MESSAGE_ID =
            bytes("\"extension\":[{\"url\":\"" + ExtensionUrls.MESSAGE_ID + "\",\"valueString\":");
    private static final byte[] TX_TYPE = bytes("\"coding\":[{\"system\":\"" + TxIssueType.SYSTEM + "\",\"code\":");

    private OutcomeCodec() {}

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** The outcome of a request that cannot be answered. */
    public static OperationAnswer answer(TerminologyException problem) {
        return new OperationAnswer(problem.status(), write(problem.issues()));
    }

    /** An OperationOutcome with these issues. */
    public static byte[] write(List<Issue> issues) {
        JsonBytes json = JsonBytes.begin();
        write(json, issues);
        return json.finish();
    }

    static void write(JsonBytes json, List<Issue> issues) {
        json.start(RESOURCE).array();
        for (int i = 0; i < issues.size(); i++) {
            issue(json, issues.get(i));
        }
        json.endArray().endObject();
    }

    private static void issue(JsonBytes json, Issue issue) {
        json.object();
        if (issue.messageId() != null) {
            json.start(MESSAGE_ID).value(issue.messageId()).endObject().endArray();
        }
        json.member("severity", issue.severity().code())
                .member("code", issue.type().code())
                .name("details")
                .object();
        TxIssueType txType = issue.txType();
        if (txType != null) {
            json.start(TX_TYPE).value(txType.code()).endObject().endArray();
        }
        json.member("text", issue.text()).endObject();
        if (issue.expression() != null) {
            json.name("expression").array().value(issue.expression()).endArray();
        }
        json.endObject();
    }
}
