/**
 * What residents are told about their personal data (个人信息保护法 17): a part for each way in and short words for the places
 * where they are asked, in versions, of which each case remembers the one that was told.
 */
package io.minsheng.proposal.privacy;
