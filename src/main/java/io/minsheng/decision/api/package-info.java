/** Lists for programs. */
package io.minsheng.decision.api;
