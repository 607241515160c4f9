/** Files in the database, in sealed pieces, and the rules for what people may attach. */
package io.minsheng.platform.file;
