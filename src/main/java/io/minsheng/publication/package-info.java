/** What becomes public, and the answers: drafted, released by a second person, delivered. */
package io.minsheng.publication;
