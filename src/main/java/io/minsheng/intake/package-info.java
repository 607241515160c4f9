/** The ways by which suggestions come in; each is a package of its own and knows none of the others. */
package io.minsheng.intake;
