/** What only a killed process can show. */
package io.minsheng.kill;
