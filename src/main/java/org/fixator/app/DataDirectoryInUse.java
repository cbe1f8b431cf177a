package org.fixator.app;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two lines, instead of a stack trace, that another process holds the data directory. */
final class DataDirectoryInUse extends AbstractFailureAnalyzer<DataDirectory.InUse> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DataDirectory.InUse cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Stop the other process, or choose another directory with --fixator.data=<directory>.",
                cause);
    }
}
