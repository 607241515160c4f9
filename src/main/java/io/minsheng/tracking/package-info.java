/** What the author of a suggestion sees of it, with case number and query code, and does about it. */
package io.minsheng.tracking;
