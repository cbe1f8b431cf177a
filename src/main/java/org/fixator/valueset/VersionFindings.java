package org.fixator.valueset;

import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystems;
import org.fixator.codesystem.Findings;
import org.fixator.codesystem.UnknownSystems;
import org.fixator.issue.ValidationMessages;
import org.jspecify.annotations.Nullable;

/**
 * What {@code $validate-code} says of versions: that of the value, that of the include and those that the request
 * asks for. HL7's suite {@code version} fixes every outcome.
 */
final class VersionFindings {

    private final CodeSystems systems;
    private final Findings findings;

    VersionFindings(CodeSystems systems, Findings findings) {
        this.systems = systems;
        this.findings = findings;
    }

    /** Whether the value's version is the one that answers; where not, notes it. */
    boolean agrees(IncludeVersion.Found included, @Nullable String value, String versionPath, String systemPath) {
        String brokenCheck = included.brokenCheck();
        if (brokenCheck != null) {
            findings.add(ValidationMessages.versionNotAllowed(
                    included.url(), included.system().description().version(), brokenCheck, versionPath));
        }
        if (value == null || isVersion(included.system(), value)) {
            return brokenCheck == null;
        }
        noteMismatch(included, included.system().description().version(), value, versionPath);
        noteUnknown(included.url(), value, systemPath);
        return false;
    }

    /** Notes that the include asks for a version that is not here. */
    void missing(IncludeVersion.Missing included, @Nullable String value, String versionPath, String systemPath) {
        String asked = included.asked();
        if (asked == null) {
            UnknownSystems.note(systems, included.url(), value, systemPath, findings);
            return;
        }
        noteMissing(included.url(), asked, systemPath);
        if (value != null && !value.equals(asked)) {
            noteMismatch(included, null, value, versionPath);
            noteUnknown(included.url(), value, systemPath);
        }
    }

    /** Notes a version of the value that is not here, if it is not. */
    void noteUnknown(String system, String version, String systemPath) {
        if (systems.find(system, version) == null) {
            noteMissing(system, version, systemPath);
        }
    }

    static boolean isVersion(CodeSystem system, String version) {
        String actual = system.description().version();
        return version.equals(actual) || (actual != null && IncludeVersions.matches(version, actual));
    }

    private void noteMissing(String system, String version, String systemPath) {
        findings.add(ValidationMessages.unknownVersion(system, version, systems.versions(system), systemPath));
        findings.missing(system + "|" + version);
    }

    private void noteMismatch(IncludeVersion included, @Nullable String answering, String value, String versionPath) {
        String asked = included.asked();
        String stated = included.stated();
        if (asked == null) {
            findings.add(ValidationMessages.versionMismatchWithDefault(included.url(), answering, value, versionPath));
        } else if (asked.equals(stated)) {
            findings.add(ValidationMessages.versionMismatch(included.url(), asked, value, versionPath));
        } else {
            findings.add(
                    ValidationMessages.versionMismatchAfterRule(included.url(), asked, stated, value, versionPath));
        }
    }
}
