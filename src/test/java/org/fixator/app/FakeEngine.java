package org.fixator.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fixator.store.CommitGuard;
import org.fixator.store.CommitListener;
import org.fixator.store.CommitRefused;
import org.fixator.store.StoredChange;
import org.fixator.store.TerminologyAnswers;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OperationCall;
import org.fixator.wire.Operations;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the engine at all its seams: answers operations with what was asked, remembers commits, and knows one
 * system and one value set.
 */
public final class FakeEngine implements Operations, CommitGuard, CommitListener, TerminologyAnswers {
    public static final String SYSTEM = "http://example.org/colors";
    public static final String VALUE_SET = "http://example.org/warm-colors";

    public final List<OperationCall> calls = new CopyOnWriteArrayList<>();
    public final List<List<StoredChange>> commits = new CopyOnWriteArrayList<>();

    public void reset() {
        calls.clear();
        commits.clear();
    }

    @Override
    public OperationAnswer answer(OperationCall call) {
        calls.add(call);
        if (call.query().containsKey("break")) {
            throw new IllegalStateException("secret of the inside");
        }
        if (call.query().containsKey("fail")) {
            return new OperationAnswer(
                    404,
                    ("{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\","
                                    + "\"code\":\"not-found\",\"diagnostics\":\"Unknown code\"}]}")
                            .getBytes(StandardCharsets.UTF_8));
        }
        String json = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"valueString\":\""
                + call.operation() + "\"},{\"name\":\"body\",\"valueBoolean\":" + (call.body() != null) + "}]}";
        return new OperationAnswer(200, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Refuses what bears the title "refuse with 409" or 422. */
    @Override
    public void check(List<StoredChange> changes) {
        for (StoredChange change : changes) {
            byte[] json = change.json();
            String text = json == null ? "" : new String(json, StandardCharsets.UTF_8);
            if (text.contains("refuse with 409")) {
                throw new CommitRefused(409, "duplicate", "There is one already");
            }
            boolean kept = change.action() == StoredChange.Action.DELETED
                    && change.id().startsWith("undeletable");
            if (kept || text.contains("refuse with 422")) {
                throw new CommitRefused(422, "business-rule", "This must not be");
            }
        }
    }

    @Override
    public void committed(List<StoredChange> changes) {
        commits.add(changes);
    }

    @Override
    public boolean knowsSystem(String system) {
        return system.equals(SYSTEM);
    }

    @Override
    public boolean knowsValueSet(String url) {
        return url.equals(VALUE_SET);
    }

    @Override
    public CodeAnswer validateCode(String system, String code, @Nullable String display) {
        boolean valid = List.of("red", "orange", "blue").contains(code);
        return new CodeAnswer(valid, valid ? null : "The engine does not know the color " + code, code, "1");
    }

    @Override
    public CodeAnswer validateCodeInValueSet(
            @Nullable String system, String code, @Nullable String display, ValueSetAsked valueSet) {
        boolean valid = List.of("red", "orange").contains(code);
        return new CodeAnswer(valid, valid ? null : "The engine says that " + code + " is not warm", code, "1");
    }

    @Override
    public Optional<Concept> lookup(String system, String code, @Nullable String displayLanguage) {
        return validateCode(system, code, null).valid() ? Optional.of(color(code)) : Optional.empty();
    }

    @Override
    public List<Concept> expand(ValueSetAsked valueSet, int limit) {
        return List.of(color("red"), color("orange"));
    }

    @Override
    public List<Concept> codesBelow(String system, String code) {
        return List.of(color(code), color("orange"));
    }

    @Override
    public List<Concept> codesAbove(String system, String code) {
        return List.of(color(code));
    }

    private static Concept color(String code) {
        return new Concept(SYSTEM, "1", code, code);
    }
}
