package org.fixator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "import",
        description = {
            "Load a release as its publisher ships it: $import-release. It goes live whole or not at all.",
            "Kinds: cpt, fhir, gem, hcpcs, icd-10-cm, icd-10-pcs, loinc, ndc, nucc, pfs, pos, rxnorm; the server names"
                    + " those it reads where another one is given."
        },
        footer = {
            "",
            "  fixator import icd-10-cm icd10cm_order_2026.txt",
            "  fixator import icd-10-cm 2026-code-descriptions-tabular-order.zip --dry-run",
            "  fixator import icd-10-cm icd10cm_order_2026.txt --structure-from icd10cm_tabular_2025.xml"
        })
final class ImportCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable
    FixatorCommand parent;

    @Mixin
    Target target = new Target();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Parameters(index = "0", paramLabel = "<kind>", description = "What the files are.")
    String kind = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "<file>",
            description = "Files, zip archives or folders of one release.")
    List<Path> files = List.of();

    @Option(names = "--version", paramLabel = "<version>", description = "Version, where the files do not say it.")
    @Nullable
    String version;

    @Option(names = "--dry-run", description = "Report what would change, and change nothing.")
    boolean dryRun;

    @Option(
            names = "--force",
            description = "Load it although more than 5 %% of the codes differ from the neighbouring release.")
    boolean force;

    @Option(names = "--accept-licence", description = "State that the publisher's licence is held.")
    boolean acceptLicence;

    @Option(names = "--replace", description = "Replace resources that somebody else stored under the same canonical.")
    boolean replace;

    @Option(
            names = "--structure-from",
            paramLabel = "<file>",
            arity = "1..*",
            description = "Files of another year whose chapters and notes are borrowed.")
    List<Path> structure = List.of();

    @Override
    public Integer call() {
        if (parent == null) {
            throw new IllegalStateException("The command was made without its parent");
        }
        UploadBody body = UploadBody.of(files, structure);
        Query query = new Query()
                .with("kind", kind)
                .with("version", version)
                .flag("dryRun", dryRun)
                .flag("force", force)
                .flag("acceptLicence", acceptLicence)
                .flag("replace", replace)
                .with("fileName", body.fileName());
        Text text = new Text(parent.out(), parent.err());
        try (ServerConnection server = target.toChange(parent.installation());
                ProgressBar bar = new ProgressBar(parent.err(), !target.json)) {
            Reply taken = server.upload(query, body.contentType(), body.publisher(bar::sent));
            Reply end = taken.status() == 202 ? follow(server, job(taken), bar) : taken;
            bar.close();
            return show(end, taken.status() == 409, text);
        }
    }

    private static String job(Reply taken) {
        String location = taken.location();
        int id = location == null ? -1 : location.indexOf("id=");
        if (location == null || id < 0) {
            throw new Failure(ExitCode.REFUSED, "The server took the import and did not say where to ask for it");
        }
        return location.substring(id + 3);
    }

    /** Asks until the job has ended; ending this command cancels the job. */
    private static Reply follow(ServerConnection server, String job, ProgressBar bar) {
        Query query = new Query().with("id", job);
        Thread cancel = new Thread(() -> server.call("DELETE", null, "$job", query));
        Runtime.getRuntime().addShutdownHook(cancel);
        try {
            Reply reply = server.call("GET", null, "$job", query);
            while (reply.status() == 202) {
                bar.shows(reply.resource().path("parameter"));
                Thread.sleep(100);
                reply = server.call("GET", null, "$job", query);
            }
            return reply;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitCode.REFUSED, "Interrupted");
        } finally {
            forget(cancel);
        }
    }

    private static void forget(Thread cancel) {
        try {
            Runtime.getRuntime().removeShutdownHook(cancel);
        } catch (IllegalStateException e) {
            // the process is ending, and the hook does its work
        }
    }

    private int show(Reply reply, boolean busy, Text text) {
        JsonNode resource = reply.resource();
        if (target.json) {
            text.line(reply.pretty());
        } else if (reply.isOk()) {
            new ReportText(text).print(resource.path("parameter"));
        } else {
            text.problems(resource);
        }
        return busy ? ExitCode.BUSY : reply.exitCode();
    }
}
