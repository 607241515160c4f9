/** Everything in a file is read, also what no reader sees. */
package io.minsheng.publication.guard;
