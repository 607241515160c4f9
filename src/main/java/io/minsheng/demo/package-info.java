/**
 * MINSHENG_DEMO=true: the reference campaign, accounts and sample suggestions, brought in through the same use cases
 * as real ones.
 */
package io.minsheng.demo;
