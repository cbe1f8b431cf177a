package org.fixator.codesystem;

import java.util.List;
import org.fixator.coding.Canonical;
import org.fixator.coding.Languages;
import org.jspecify.annotations.Nullable;

/**
 * What both validations let a client choose.
 *
 * @param versions version rules
 * @param languages languages for displays
 * @param supplements supplements to use
 * @param abstractAllowed whether abstract concepts are valid; {@code null} where the client does not say
 * @param activeOnly whether inactive concepts are invalid; {@code null} where the client does not say
 * @param inferSystem whether a missing system is inferred from the value set
 * @param lenientDisplay whether a wrong display is a warning and not an error
 * @param membershipOnly whether only membership is asked and no code system details ({@code valueset-membership-only})
 */
public record ValidateCodeOptions(
        VersionRules versions,
        Languages languages,
        List<Canonical> supplements,
        @Nullable Boolean abstractAllowed,
        @Nullable Boolean activeOnly,
        boolean inferSystem,
        boolean lenientDisplay,
        boolean membershipOnly) {

    public static final ValidateCodeOptions NONE =
            new ValidateCodeOptions(VersionRules.NONE, Languages.NONE, List.of(), null, null, false, false, false);

    /** The same with other languages. */
    public ValidateCodeOptions with(Languages others) {
        return new ValidateCodeOptions(
                versions,
                others,
                supplements,
                abstractAllowed,
                activeOnly,
                inferSystem,
                lenientDisplay,
                membershipOnly);
    }

    public ValidateCodeOptions {
        supplements = List.copyOf(supplements);
    }
}
