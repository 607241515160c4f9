/**
 * 公布: the lists that become public: drafted, released by a second person, corrected in versions. What is blacked out in them
 * (遮盖) is here as well: a published list shows where something stood, and blacking out changes rows that nobody else may.
 */
package io.minsheng.publication;
