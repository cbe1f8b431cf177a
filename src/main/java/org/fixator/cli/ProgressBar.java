package org.fixator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import org.fixator.jobs.Sizes;

/**
 * How far an import is, on one line that is written over; where nobody sits at a terminal, one line for each step. Belongs
 * to one thread, but for {@link #sent}, which the thread that sends calls.
 */
final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final boolean terminal;
    private final boolean shown;
    private String state = "";
    private int written;
    private long drawn;

    ProgressBar(PrintWriter err, boolean shown) {
        this.err = err;
        this.shown = shown;
        this.terminal = isTerminal();
    }

    /** From JDK 22 on there is a console even where its output is a file, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** So many bytes of so many are sent. */
    synchronized void sent(long bytes, long total) {
        long now = System.nanoTime();
        if (now - drawn > 100_000_000L || bytes == total) {
            drawn = now;
            draw("sending", bytes, total, "");
        }
    }

    /** What the server says of the job. */
    synchronized void shows(JsonNode job) {
        String step = Text.part(job, "state").replace('-', ' ');
        long bytes = Text.number(job, "bytes");
        long total = Text.number(job, "total");
        StringBuilder more = new StringBuilder();
        if (bytes > 0) {
            more.append("  ").append(Sizes.of(Text.number(job, "rate"))).append("/s");
            if (Text.find(job, "secondsLeft") != null) {
                more.append("  ").append(Text.number(job, "secondsLeft")).append(" s left");
            }
        }
        draw(step, bytes, total, more.toString());
    }

    private void draw(String step, long bytes, long total, String more) {
        if (!shown) {
            return;
        }
        if (!terminal) {
            if (!step.equals(state)) {
                err.println(total > 0 ? step + " " + Sizes.of(total) : step);
                err.flush();
            }
            state = step;
            return;
        }
        StringBuilder line = new StringBuilder("\r");
        if (total > 0) {
            int done = (int) Math.min(WIDTH, WIDTH * bytes / total);
            line.append('[')
                    .append("#".repeat(done))
                    .append(".".repeat(WIDTH - done))
                    .append("] ");
            line.append(
                    String.format(Locale.ROOT, "%3d %% of %s", Math.min(100, 100 * bytes / total), Sizes.of(total)));
        }
        line.append(more).append("  ").append(step);
        int length = line.length();
        line.append(" ".repeat(Math.max(0, written - length)));
        written = length;
        err.print(line);
        err.flush();
    }

    @Override
    public synchronized void close() {
        if (written > 0) {
            err.print("\r" + " ".repeat(written) + "\r");
            err.flush();
            written = 0;
        }
    }
}
