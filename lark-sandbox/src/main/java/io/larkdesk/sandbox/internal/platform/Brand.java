package io.larkdesk.sandbox.internal.platform;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The two separate platforms of the maker; an app lives on exactly one. */
public enum Brand {
    @JsonProperty("lark")
    LARK("https://open.larksuite.com"),
    @JsonProperty("feishu")
    FEISHU("https://open.feishu.cn");

    private final String console;

    Brand(String console) {
        this.console = console;
    }

    /** Where Lark's own answers send a developer to mend the app's settings. */
    public String console() {
        return console;
    }
}
