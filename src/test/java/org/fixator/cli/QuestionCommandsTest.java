package org.fixator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OperationCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that ask, without a server. */
class QuestionCommandsTest {

    private final Path data;
    private final List<OperationCall> calls = new ArrayList<>();

    QuestionCommandsTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void lookupShowsCodeDisplayAndProperties() {
        Cli shown = ask(
                """
                {"resourceType":"Parameters","parameter":[
                {"name":"code","valueCode":"S72.301A"},{"name":"display","valueString":"Fracture"},
                {"name":"name","valueString":"ICD10CM"},{"name":"version","valueString":"2026"},
                {"name":"property","part":[{"name":"code","valueCode":"parent"},{"name":"value","valueCode":"S72.301"}]},
                {"name":"provenance","part":[{"name":"release","valueString":"icd-10-cm-2026"},
                {"name":"job","valueString":"import-1"},{"name":"imported","valueInstant":"2026-11-24T00:00:00Z"}]}]}
                """,
                "lookup",
                "icd-10-cm|2026",
                "S72.301A",
                "--provenance");
        assertEquals(
                """
                S72.301A  Fracture
                  of ICD10CM 2026
                  parent: S72.301
                  provenance:
                    release: icd-10-cm-2026
                    job: import-1
                    imported: 2026-11-24T00:00:00Z
                """,
                shown.out());
        OperationCall call = calls.get(0);
        assertEquals(List.of("http://hl7.org/fhir/sid/icd-10-cm"), call.query().get("system"));
        assertEquals(List.of("2026"), call.query().get("version"));
        assertEquals(List.of("true"), call.query().get("provenance"));
    }

    @Test
    void validateSaysYesOrNoAndWhy() {
        Cli no = ask(
                """
                {"resourceType":"Parameters","parameter":[{"name":"result","valueBoolean":false},
                {"name":"issues","resource":{"resourceType":"OperationOutcome","issue":[{"severity":"error",
                "details":{"text":"Unknown code"}}]}}]}
                """,
                "validate",
                "cpt",
                "1",
                "--value-set",
                "http://example.org/vs");
        assertEquals(1, no.exitCode());
        assertEquals("no: 1\n  error: Unknown code\n", no.out());
        assertEquals("ValueSet", calls.get(0).type());
        assertEquals(List.of("http://example.org/vs"), calls.get(0).query().get("url"));
    }

    @Test
    void expandShowsATableAndTheTotal() {
        Cli shown = ask(
                """
                {"resourceType":"ValueSet","expansion":{"total":3000,"contains":[{"code":"A","display":"Aa",
                "contains":[{"code":"A1","display":"Aa one","inactive":true}]}]}}
                """,
                "expand",
                "http://example.org/vs|2",
                "--filter",
                "a b",
                "--count",
                "2",
                "-p",
                "exclude-system=x");
        assertEquals("CODE  DISPLAY\nA     Aa\n  A1  Aa one (inactive)\n2 of 3,000 codes\n", shown.out());
        assertEquals(List.of("2"), calls.get(0).query().get("valueSetVersion"));
        assertEquals(List.of("x"), calls.get(0).query().get("exclude-system"));
    }

    @Test
    void translateShowsTheTargets() {
        Cli shown = ask(
                """
                {"resourceType":"Parameters","parameter":[{"name":"result","valueBoolean":true},{"name":"match","part":[
                {"name":"equivalence","valueCode":"equivalent"},{"name":"concept","valueCoding":{"system":"http://x",
                "code":"B","display":"Be"}}]}]}
                """,
                "translate",
                "icd-9-cm",
                "820.8",
                "--to",
                "icd-10-cm");
        assertEquals(0, shown.exitCode());
        assertEquals("RELATION    CODE  DISPLAY  SYSTEM\nequivalent  B     Be       http://x\n", shown.out());
    }

    @Test
    void subsumesIsASentence() {
        Cli shown = ask(
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"outcome\",\"valueCode\":\"subsumes\"}]}",
                "subsumes",
                "icd-10-cm",
                "S72",
                "S72.3");
        assertEquals("S72 subsumes S72.3\n", shown.out());
    }

    @Test
    void anAnswerIsShownAsJson() {
        Cli shown = ask("{\"resourceType\":\"Parameters\"}", "lookup", "cpt", "1", "--json");
        assertEquals("{\n  \"resourceType\" : \"Parameters\"\n}\n", shown.out());
    }

    @Test
    void aRefusalIsToldAndIsExitCodeOne() {
        Cli refused = run(
                new OperationAnswer(
                        404,
                        bytes(
                                "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"details\":{\"text\":\"No such\"}}]}")),
                "lookup",
                "cpt",
                "1");
        assertEquals(1, refused.exitCode());
        assertEquals("No such\n", refused.err());
    }

    @Test
    void aSystemThatIsNoneIsWrongUsage() {
        Cli wrong = ask("{}", "lookup", "icd10", "1");
        assertEquals(2, wrong.exitCode());
        assertTrue(wrong.err().contains("neither a url nor a known short name"), wrong.err());
        assertEquals(2, ask("{}", "lookup", "cpt").exitCode());
    }

    @Test
    void anotherProcessOnTheDirectoryIsBusy() {
        Installation busy = new Installation() {
            @Override
            public LocalServer start(Path directory) {
                throw new Busy("in use");
            }

            @Override
            public Stored open(Path directory) {
                throw new Busy("in use");
            }
        };
        assertEquals(
                3,
                Cli.run(busy, "lookup", "cpt", "1", "--data", data.toString()).exitCode());
        assertEquals(3, Cli.run(busy, "retire", "x", "--data", data.toString()).exitCode());
    }

    @Test
    void helpNamesEveryCommandAndTheExitCodes() {
        Cli help = ask("{}", "--help");
        assertEquals(0, help.exitCode());
        for (String command : List.of("import", "releases", "activate", "lookup", "subsumes", "Exit codes")) {
            assertTrue(help.out().contains(command), command);
        }
        assertEquals(
                "Fixator 1.2.3\n",
                Cli.run(stored(new OperationAnswer(200, bytes("{}"))), "--version")
                        .out());
        assertTrue(Cli.run(stored(new OperationAnswer(200, bytes("{}"))), "import", "--help")
                .out()
                .contains("--structure-from"));
    }

    private Cli ask(String json, String... arguments) {
        return run(new OperationAnswer(200, bytes(json)), arguments);
    }

    private Cli run(OperationAnswer answer, String... arguments) {
        boolean isHelp = arguments[0].startsWith("-");
        String[] all = new String[arguments.length + (isHelp ? 0 : 2)];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        if (!isHelp) {
            all[arguments.length] = "--data";
            all[arguments.length + 1] = data.toString();
        }
        return Cli.run(stored(answer), all);
    }

    private Installation stored(OperationAnswer answer) {
        return new Installation() {
            @Override
            public LocalServer start(Path directory) {
                throw new AssertionError("Asking starts no server");
            }

            @Override
            public Stored open(Path directory) {
                return new Stored() {
                    @Override
                    public OperationAnswer answer(OperationCall call) {
                        calls.add(call);
                        return answer;
                    }

                    @Override
                    public void close() {}
                };
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
