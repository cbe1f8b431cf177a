package org.fixator.valueset;

/**
 * The answer to {@code $compare}.
 *
 * @param relation how this value set relates to the other
 * @param message the same in words, with the reason where it cannot be told
 * @param expanded whether members had to be compared because the definitions did not tell
 * @param codes the codes compared, empty lists where none were or where there are too many of them
 */
public record CompareResult(SetRelation relation, String message, boolean expanded, CodeLists codes) {}
