package io.minsheng.platform.web;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Words that the office fills in for the head and foot of every page; what is empty is not shown. */
@ConfigMapping(prefix = "minsheng.site")
public interface SiteSettings {

    /** Name of the site, in the head of the page and in the browser's tab. */
    @WithDefault("民生实事建议征集")
    String name();

    /** Whose site it is, under the name. */
    @WithDefault("重庆市大足区")
    String district();

    /** 主办单位. */
    Optional<String> office();

    /** 联系电话 of the office, as people dial it. */
    Optional<String> phone();

    /** 备案号 (ICP filing). */
    Optional<String> filing();

    /** 网站标识码 of a government site. */
    Optional<String> siteCode();
}
