package org.fixator.codesystem.filter;

import org.fixator.index.OrdinalSet;

/**
 * {@code exists}: "The specified property of the code has at least one value (if the specified value is 'true'; if the
 * specified value is 'false', then matches when the specified property of the code has no values)."
 */
record Exists(Attribute attribute, boolean wanted) implements Filter {

    @Override
    public OrdinalSet select(FilterSource source) {
        OrdinalSet present = attribute.present();
        return wanted ? present : source.all().without(present);
    }
}
