package org.fixator.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.utilities.http.ManagedWebAccess;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.json.parser.JsonParser;
import org.jspecify.annotations.Nullable;

/** Runs the passes and holds them against the baseline. Ends with 0, with 1 for a difference, with 2 for a failed run. */
public final class Main {
    private static final TestPattern EVERY_TEST = TestPattern.parse("*");

    private final Options options;
    private final Reason reason;
    private final PrintStream out;

    private Main(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.reason = new Reason(Map.of(
                options.tests().toString(), "<tests>",
                options.output().toString(), "<output>",
                System.getProperty("java.io.tmpdir"), "<tmp>"));
    }

    /** @param arguments none; see {@link Options} for the system properties */
    public static void main(String[] arguments) {
        System.exit(run());
    }

    private static int run() {
        try {
            return new Main(Options.from(System::getProperty), System.out).runAll() ? 0 : 1;
        } catch (IOException | RuntimeException e) {
            System.err.println("Conformance run failed");
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                System.err.println("  " + cause);
            }
            return 2;
        }
    }

    private boolean runAll() throws IOException {
        ManagedWebAccess.setSsrfProtectionEnabled(false);
        List<PassResult> results = runPasses(selections());
        String version = new TestFolder(options.tests(), Manifest.read(options.tests())).version();
        Baseline found = Baseline.of(version, results, reason);
        BaselineCheck check = new BaselineCheck(options.project().resolve("baseline.txt"), out);
        if (!options.whole() || options.look()) {
            check.tell(found);
            return results.stream().allMatch(result -> result.failures().isEmpty());
        }
        return options.write() ? write(check, found, results) : hold(check, found, results);
    }

    private boolean hold(BaselineCheck check, Baseline found, List<PassResult> results) throws IOException {
        boolean asRecorded = check.holds(found);
        Path file = page();
        if (!asRecorded
                || !hasPage()
                || (Files.exists(file) && Files.readString(file).equals(page(found, results)))) {
            return asRecorded;
        }
        out.println(file + " is not what this run gives: run with -Dbaseline.write=true and commit it");
        return false;
    }

    private boolean write(BaselineCheck check, Baseline found, List<PassResult> results) throws IOException {
        check.write(found);
        if (hasPage()) {
            Path file = page();
            Files.createDirectories(file.getParent());
            Files.writeString(file, page(found, results));
            out.println("Wrote " + file);
        }
        return true;
    }

    /** The page tells of the covering passes, so that it does not depend on who ran which. */
    private boolean hasPage() {
        return options.passes().containsAll(Pass.covering());
    }

    private Path page() {
        return options.project()
                .resolve("../docs/CONFORMANCE.md")
                .toAbsolutePath()
                .normalize();
    }

    private String page(Baseline found, List<PassResult> results) throws IOException {
        NotRun notRun = NotRun.read(options.project().resolve("not-run.txt"));
        List<PassResult> told = results.stream()
                .filter(result -> Pass.covering().contains(result.pass()))
                .sorted(Comparator.comparing(result -> Pass.covering().indexOf(result.pass())))
                .toList();
        return new ConformancePage(found.suiteVersion(), told, notRun.explain(testsWithout(told))).text();
    }

    private List<String> testsWithout(List<PassResult> results) throws IOException {
        Set<String> run = new HashSet<>();
        for (PassResult result : results) {
            result.outcomes().forEach(outcome -> run.add(outcome.test()));
        }
        return Manifest.read(options.tests()).tests().stream()
                .filter(test -> !run.contains(test))
                .toList();
    }

    private List<PassResult> runPasses(List<Selection> selections) throws IOException {
        Map<Boolean, List<Pass>> byServer = new LinkedHashMap<>();
        for (Pass pass : options.passes()) {
            byServer.computeIfAbsent(pass.hotPath(), key -> new ArrayList<>()).add(pass);
        }
        List<PassResult> results = new ArrayList<>();
        for (Map.Entry<Boolean, List<Pass>> entry : byServer.entrySet()) {
            try (Server server = server(entry.getKey())) {
                for (Pass pass : entry.getValue()) {
                    results.addAll(runPass(pass, selections, server));
                }
            }
        }
        return results;
    }

    private Server server(boolean hotPath) throws IOException {
        if (options.url() != null) {
            return Server.at(options.url());
        }
        if (options.jar() == null) {
            throw new IllegalArgumentException("Missing: -Dfixator.jar or -Dtx.url");
        }
        List<String> arguments = new ArrayList<>(options.serverArguments());
        arguments.add("--fixator.hot-path=" + hotPath);
        Path log = options.output().resolve(hotPath ? "server-hot.log" : "server-hapi.log");
        return ServerProcess.start(options.jar(), arguments, log);
    }

    private List<PassResult> runPass(Pass pass, List<Selection> selections, Server server) throws IOException {
        PassRun run = new PassRun(options.tests(), externals(), options.output());
        FailureSummary summary = new FailureSummary(options.tests(), reason, options.limit(), out);
        List<PassResult> results = new ArrayList<>();
        TestPattern filter = options.filter() == null ? EVERY_TEST : options.filter();
        for (Selection selection : selections) {
            if (!selection.holdsAny(Manifest.read(options.tests()).keep(filter))) {
                continue;
            }
            PassResult result = run.run(pass, selection, filter, server.root());
            if (options.look()) {
                summary.print(result, server.root());
            }
            int failed = result.failures().size();
            int all = result.outcomes().size();
            out.println(pass + " " + selection.name() + ": " + (all - failed) + " of " + all + " passed");
            results.add(result);
        }
        return results;
    }

    private List<Selection> selections() throws IOException {
        if (options.modes() != null) {
            return List.of(new Selection("chosen", Selection.modes(options.modes()), EVERY_TEST));
        }
        return Selection.read(options.project().resolve("selections.txt"));
    }

    private @Nullable JsonObject externals() throws IOException {
        return options.externals() == null ? null : JsonParser.parseObject(Files.readAllBytes(options.externals()));
    }
}
