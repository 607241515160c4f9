/** Who acts: passed as a parameter into every use case, so that each can check rights and write down the name. */
package io.minsheng.platform.actor;
