package io.larkdesk.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class FileNameProperties {

    @Property
    void anythingIsCleanedIntoAName(@ForAll @StringLength(max = 300) String text) {
        FileName name = FileName.clean(text);

        assertThat(name.value()).isNotBlank().hasSizeLessThanOrEqualTo(FileName.LONGEST);
        assertThat(name.value()).doesNotContain("/", "\\", "\0", "\n", "\r", "\u202E");
        assertThat(FileName.clean(name.value())).isEqualTo(name);
        assertThat(new FileName(name.value())).isEqualTo(name);
    }
}
