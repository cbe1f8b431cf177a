package org.fixator.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A mapping in a YAML file. */
record YamlMap(Map<?, ?> entries) {
    static YamlMap read(Path file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file)) {
            return new YamlMap((Map<?, ?>) new Yaml(new SafeConstructor(options)).load(reader));
        }
    }

    YamlMap map(String key) {
        assertThat(entries.get(key)).as(key).isInstanceOf(Map.class);
        return new YamlMap((Map<?, ?>) entries.get(key));
    }

    /** The elements of a list as texts. */
    List<String> list(String key) {
        assertThat(entries.get(key)).as(key).isInstanceOf(List.class);
        return ((List<?>) entries.get(key)).stream().map(String::valueOf).toList();
    }

    String text(String key) {
        return String.valueOf(entries.get(key));
    }
}
