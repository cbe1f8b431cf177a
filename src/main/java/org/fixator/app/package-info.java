/**
 * The program: what is started, its settings, and which parts are put together. Nothing imports it.
 *
 * <p>The way in is {@link org.fixator.app.Main}. The trap: Spring Boot's auto-configuration is not used; a part of it
 * that is needed is named in {@link org.fixator.app.FixatorApplication}, because HAPI's dependencies would switch on a
 * dozen parts that are not.
 */
@NullMarked
package org.fixator.app;

import org.jspecify.annotations.NullMarked;
