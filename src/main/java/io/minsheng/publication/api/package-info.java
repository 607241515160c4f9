/** The published lists for programs. */
package io.minsheng.publication.api;
