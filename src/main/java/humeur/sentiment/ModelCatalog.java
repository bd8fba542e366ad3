package humeur.sentiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The models of a folder: {@code models.json}, which names the default, and one sub-folder a model. */
public final class ModelCatalog {
    private final Map<String, ModelSlot> slots;
    private final ModelSlot defaultSlot;

    private ModelCatalog(Map<String, ModelSlot> slots, ModelSlot defaultSlot) {
        this.slots = slots;
        this.defaultSlot = defaultSlot;
    }

    /**
     * Reads the manifests and begins to open the default model; the others open on first use.
     *
     * @param defaultModel overrides the default that {@code models.json} names
     * @throws ModelException if the folder, {@code models.json} or a manifest is missing or broken
     */
    public static ModelCatalog open(Path directory, Optional<String> defaultModel, ModelFactory factory) {
        ManifestReader reader = new ManifestReader();
        String name = defaultModel.orElseGet(() -> reader.defaultModel(directory));
        Map<String, ModelSlot> slots = new LinkedHashMap<>();
        for (Path folder : folders(directory)) {
            Manifest manifest = reader.manifest(folder);
            slots.put(manifest.name(), new ModelSlot(folder, manifest, factory));
        }
        ModelSlot slot = slots.get(name);
        if (slot == null) {
            throw new ModelException(
                    "The default model \"%s\" is not in %s, which holds %s; correct its %s or the setting"
                            .formatted(name, directory, slots.keySet(), ManifestReader.INDEX));
        }
        slot.begin();
        return new ModelCatalog(slots, slot);
    }

    public ModelSlot defaultSlot() {
        return defaultSlot;
    }

    /** Every model, in the order of the names. */
    public List<ModelSlot> slots() {
        return List.copyOf(slots.values());
    }

    /**
     * A model by its name, or by {@code name@version}.
     *
     * @throws UnknownModelException if there is none of that name
     */
    public ModelSlot slot(String name) {
        int at = name.indexOf('@');
        ModelSlot slot = slots.get(at < 0 ? name : name.substring(0, at));
        boolean found = slot != null && (at < 0 || slot.manifest().version().equals(name.substring(at + 1)));
        if (!found) {
            throw new UnknownModelException(List.copyOf(slots.keySet()));
        }
        return slot;
    }

    private static List<Path> folders(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve(ManifestReader.MANIFEST)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ModelException("The models' folder %s cannot be read (%s)".formatted(directory, e), e);
        }
    }
}
