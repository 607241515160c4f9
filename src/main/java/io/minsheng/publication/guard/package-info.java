/** Reads everything that a file holds, also what no reader sees, so that no personal data is published with it. */
package io.minsheng.publication.guard;
