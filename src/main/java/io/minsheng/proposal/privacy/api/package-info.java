/** {@code /api/v1/privacy-notice}. */
package io.minsheng.proposal.privacy.api;
