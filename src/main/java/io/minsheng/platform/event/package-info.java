/**
 * What features tell each other without knowing each other: facts fired as CDI events inside the transaction that made them.
 */
package io.minsheng.platform.event;
