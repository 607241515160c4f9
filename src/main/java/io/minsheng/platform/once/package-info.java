/** Calls that may come twice but count once: keys that callers choose, with the answer that the first call got. */
package io.minsheng.platform.once;
