/** Acts on a case that belong to no step, for programs. */
package io.minsheng.proposal.api;
