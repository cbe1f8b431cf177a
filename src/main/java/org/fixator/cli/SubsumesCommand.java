package org.fixator.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "subsumes",
        description = "How two codes of one system relate: CodeSystem/$subsumes.",
        footer = {"", "  fixator subsumes icd-10-cm S72 S72.301A"})
final class SubsumesCommand extends AskingCommand {

    @Parameters(index = "0", paramLabel = "<system>", description = SystemName.HELP)
    String system = "";

    @Parameters(index = "1", paramLabel = "<code A>")
    String codeA = "";

    @Parameters(index = "2", paramLabel = "<code B>")
    String codeB = "";

    @Override
    Question question() {
        SystemName name = SystemName.of(system);
        return new Question(
                "CodeSystem",
                "$subsumes",
                new Query()
                        .with("system", name.url())
                        .with("version", name.version())
                        .with("codeA", codeA)
                        .with("codeB", codeB));
    }

    @Override
    int print(Reply reply, Text text) {
        String outcome = Text.part(reply.resource().path("parameter"), "outcome");
        text.line(
                switch (outcome) {
                    case "equivalent" -> codeA + " and " + codeB + " are the same";
                    case "subsumes" -> codeA + " subsumes " + codeB;
                    case "subsumed-by" -> codeA + " is subsumed by " + codeB;
                    default -> codeA + " and " + codeB + ": " + outcome;
                });
        return ExitCode.DONE;
    }
}
