package org.fixator.catalog;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fixator.codesystem.Budget;
import org.fixator.codesystem.CodeSystemValidateCodeOperation;
import org.fixator.codesystem.CodeSystemValidateCodeRequest;
import org.fixator.codesystem.CodeSystems;
import org.fixator.codesystem.LookupOperation;
import org.fixator.codesystem.SubsumesOperation;
import org.fixator.codesystem.ValidateCodeResult;
import org.fixator.codesystem.closure.CheckedClosures;
import org.fixator.codesystem.closure.ClosureLimits;
import org.fixator.codesystem.closure.ClosureOperation;
import org.fixator.codesystem.closure.ClosureRequest;
import org.fixator.codesystem.closure.ClosureTables;
import org.fixator.conceptmap.TranslateOperation;
import org.fixator.conceptmap.TranslateRequest;
import org.fixator.conceptmap.TranslateResult;
import org.fixator.issue.CatalogMessages;
import org.fixator.issue.TerminologyException;
import org.fixator.valueset.CompareOperation;
import org.fixator.valueset.CompiledValueSets;
import org.fixator.valueset.ExpandOperation;
import org.fixator.valueset.ValueSetCompiler;
import org.fixator.valueset.ValueSetValidateCodeOperation;
import org.fixator.valueset.ValueSetValidateCodeRequest;
import org.fixator.wire.BatchValidateCodeCodec;
import org.fixator.wire.BatchValidateCodeCodec.Question;
import org.fixator.wire.BatchValidateCodeCodec.Reply;
import org.fixator.wire.ClosureCodec;
import org.fixator.wire.CodeSystemValidateCodeCodec;
import org.fixator.wire.CompareCodec;
import org.fixator.wire.ExpandCodec;
import org.fixator.wire.LargeAnswers;
import org.fixator.wire.LookupCodec;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OperationCall;
import org.fixator.wire.OperationParameters;
import org.fixator.wire.OperationTables;
import org.fixator.wire.OutcomeCodec;
import org.fixator.wire.ParameterTable;
import org.fixator.wire.ProvenanceCodec;
import org.fixator.wire.RequestResources;
import org.fixator.wire.SubsumesCodec;
import org.fixator.wire.SystemOperationsCodec;
import org.fixator.wire.TranslateCodec;
import org.fixator.wire.ValueSetValidateCodeCodec;
import org.jspecify.annotations.Nullable;

/**
 * The engine behind {@link Terminology}: reads a call by the table of its operation, lays what the request brings over the
 * current snapshot, runs the operation on it and writes the answer.
 */
public final class Engine implements Terminology {

    private final EngineSettings settings;
    private final Catalog catalog;
    private final RequestView views;
    private final CacheSessions sessions;
    private final ExpandCodec expansions;
    private final Origins origins;
    private final @Nullable ClosureTables closures;
    private final ClosureCodec closureMaps;
    private final CheckedClosures checkedClosures = new CheckedClosures();

    public Engine(Catalog catalog, EngineSettings settings, Clock clock) {
        this(catalog, settings, clock, List::of);
    }

    /** @param releases the releases that are kept, for answers that tell where they come from */
    public Engine(Catalog catalog, EngineSettings settings, Clock clock, Supplier<List<StoredRelease>> releases) {
        this(catalog, settings, clock, releases, null, LargeAnswers.onHalfTheProcessors());
    }

    /**
     * @param closures the closure tables; {@code null} where none are kept
     * @param large the turns of large answers
     */
    public Engine(
            Catalog catalog,
            EngineSettings settings,
            Clock clock,
            Supplier<List<StoredRelease>> releases,
            @Nullable ClosureTables closures,
            LargeAnswers large) {
        this.catalog = catalog;
        this.settings = settings;
        this.closures = closures;
        this.closureMaps = new ClosureCodec(clock);
        this.sessions = new CacheSessions(settings.caches(), clock);
        this.views = new RequestView(catalog, new BroughtCache(settings.broughtBytes()), sessions);
        this.expansions = new ExpandCodec(clock, large);
        this.origins = new Origins(catalog, releases);
    }

    @Override
    public OperationAnswer answer(OperationCall call) {
        try {
            return dispatch(call);
        } catch (TerminologyException e) {
            return OutcomeCodec.answer(e);
        }
    }

    private OperationAnswer dispatch(OperationCall call) {
        String type = call.type();
        OperationAnswer answer = type == null ? ofSystem(call) : ofType(call, type);
        if (answer == null) {
            throw new TerminologyException(CatalogMessages.unknownOperation(call.operation(), type));
        }
        return answer;
    }

    private @Nullable OperationAnswer ofType(OperationCall call, String type) {
        return switch (type) {
            case "CodeSystem" -> ofCodeSystem(call);
            case "ValueSet" -> ofValueSet(call);
            case "ConceptMap" ->
                switch (call.operation()) {
                    case "$translate" -> traced(new Request(call, OperationTables.TRANSLATE), Engine::translate);
                    case "$closure" -> closure(call);
                    default -> null;
                };
            default -> null;
        };
    }

    private @Nullable OperationAnswer ofCodeSystem(OperationCall call) {
        return switch (call.operation()) {
            case "$lookup" -> traced(new Request(call, OperationTables.LOOKUP), Engine::lookup);
            case "$validate-code" ->
                traced(new Request(call, OperationTables.CODE_SYSTEM_VALIDATE_CODE), Engine::codeSystemValidateCode);
            case "$subsumes" -> subsumes(new Request(call, OperationTables.SUBSUMES));
            case "$batch-validate-code" -> batchValidateCode(new Request(call, OperationTables.BATCH_VALIDATE_CODE));
            default -> null;
        };
    }

    private @Nullable OperationAnswer ofValueSet(OperationCall call) {
        return switch (call.operation()) {
            case "$expand" -> traced(new Request(call, OperationTables.EXPAND), this::expand);
            case "$validate-code" ->
                traced(new Request(call, OperationTables.VALUE_SET_VALIDATE_CODE), Engine::valueSetValidateCode);
            case "$compare" -> compare(new Request(call, OperationTables.COMPARE));
            case "$batch-validate-code" -> batchValidateCode(new Request(call, OperationTables.BATCH_VALIDATE_CODE));
            default -> null;
        };
    }

    private @Nullable OperationAnswer ofSystem(OperationCall call) {
        return switch (call.operation()) {
            case "$batch-validate-code" -> batchValidateCode(new Request(call, OperationTables.BATCH_VALIDATE_CODE));
            case "$closure" -> closure(call);
            case "$versions" -> SystemOperationsCodec.versions(settings.releases(), call.version());
            case "$cache-control" -> cacheControl(call);
            default -> null;
        };
    }

    /** The answer, with where it comes from if that was asked. */
    private OperationAnswer traced(Request request, Function<Request, OperationAnswer> operation) {
        OperationAnswer answer = operation.apply(request);
        return request.in.flag("provenance") ? ProvenanceCodec.add(answer, origins::of) : answer;
    }

    private static OperationAnswer lookup(Request request) {
        return LookupCodec.answer(new LookupOperation(request.codeSystems())
                .run(LookupCodec.request(request.in, request.call, request.resources)));
    }

    private static OperationAnswer subsumes(Request request) {
        return SubsumesCodec.answer(new SubsumesOperation(request.codeSystems())
                .run(SubsumesCodec.request(request.in, request.call, request.resources)));
    }

    private static OperationAnswer codeSystemValidateCode(Request request) {
        return CodeSystemValidateCodeCodec.answer(
                request.validate(CodeSystemValidateCodeCodec.request(request.in, request.call, request.resources)));
    }

    private static OperationAnswer valueSetValidateCode(Request request) {
        return ValueSetValidateCodeCodec.answer(
                request.validate(ValueSetValidateCodeCodec.request(request.in, request.call, request.resources)));
    }

    private static OperationAnswer translate(Request request) {
        TranslateRequest asked = TranslateCodec.request(request.in, request.call, request.resources);
        TranslateResult result = new TranslateOperation(request.view.conceptMaps()).run(request.names.of(asked));
        return TranslateCodec.answer(request.names.warned(result, asked.value()), request.in, request.call.version());
    }

    private OperationAnswer expand(Request request) {
        ExpandOperation operation =
                new ExpandOperation(request.codeSystems(), request.compiledValueSets(), request.budget);
        return expansions.answer(
                operation.run(expansions.request(request.in, request.call, request.resources)), request.call.version());
    }

    private static OperationAnswer compare(Request request) {
        CompareOperation operation =
                new CompareOperation(request.view.codeSystems(), request.compiledValueSets(), request.budget);
        return CompareCodec.answer(
                operation.run(CompareCodec.request(request.in, request.call, request.resources)), request.in);
    }

    private static OperationAnswer batchValidateCode(Request request) {
        List<Reply> replies = new ArrayList<>();
        for (Question question : BatchValidateCodeCodec.questions(request.in, request.call, request.resources)) {
            replies.add(reply(request, question));
        }
        return BatchValidateCodeCodec.answer(replies);
    }

    private static Reply reply(Request request, Question question) {
        if (question instanceof BatchValidateCodeCodec.Refused refused) {
            return new BatchValidateCodeCodec.Failed(refused.problem());
        }
        try {
            ValidateCodeResult result = question instanceof BatchValidateCodeCodec.OfValueSet ofValueSet
                    ? request.validate(ofValueSet.request())
                    : request.validate(((BatchValidateCodeCodec.OfCodeSystem) question).request());
            return new BatchValidateCodeCodec.Made(result);
        } catch (TerminologyException e) {
            return new BatchValidateCodeCodec.Failed(e);
        }
    }

    /** A table outlives the request, so it is about what is served and not about what a request brings. */
    private OperationAnswer closure(OperationCall call) {
        ClosureTables tables = closures;
        if (tables == null) {
            throw new TerminologyException(CatalogMessages.unknownOperation(call.operation(), call.type()));
        }
        ClosureRequest asked = ClosureCodec.request(OperationParameters.read(OperationTables.CLOSURE, call));
        Budget budget = new TimeBudget(settings.timeLimit(), settings.maximumExpansion());
        ClosureOperation operation = new ClosureOperation(
                catalog.current(call.version()).codeSystems(), tables, checkedClosures, ClosureLimits.DEFAULT, budget);
        return closureMaps.answer(operation.run(asked), call.version());
    }

    private OperationAnswer cacheControl(OperationCall call) {
        OperationParameters in = OperationParameters.read(OperationTables.CACHE_CONTROL, call);
        RequestView.cacheId(call, in);
        SystemOperationsCodec.CacheControl control = SystemOperationsCodec.cacheControl(in, call);
        String id = control.cacheId();
        if (id == null) {
            return SystemOperationsCodec.cacheAnswer(sessions.start(call.version(), control.sealed(), views.front(in)));
        }
        return switch (control.mode()) {
            case "check" -> {
                sessions.touch(id, call.version());
                yield SystemOperationsCodec.cacheAnswer(id);
            }
            case "end" -> {
                sessions.end(id);
                yield SystemOperationsCodec.cacheAnswer(null);
            }
            default ->
                SystemOperationsCodec.cacheAnswer(sessions.start(call.version(), control.sealed(), views.front(in)));
        };
    }

    /** One call with its parameters and with what it can see. */
    private final class Request {

        private final OperationCall call;
        private final OperationParameters in;
        private final Snapshot view;
        private final RequestResources resources;
        private final Budget budget;
        private final ServedNames names;
        private final @Nullable LocalDate day;

        Request(OperationCall call, ParameterTable table) {
            this.call = call;
            this.in = OperationParameters.read(table, call);
            this.view = views.of(call, in);
            this.resources = new RequestResources(view.valueSets(), view.conceptMaps(), view.instances());
            this.day = in.gives("date") ? in.day("date") : null;
            this.budget = new TimeBudget(settings.timeLimit(), settings.maximumExpansion());
            this.names = new ServedNames(view.codeSystems());
        }

        CompiledValueSets compiledValueSets() {
            ValueSetCompiler compiler = new ValueSetCompiler(codeSystems(), view.valueSets(), budget);
            return day == null ? view.keep(compiler) : compiler;
        }

        CodeSystems codeSystems() {
            return view.codeSystems(day);
        }

        ValidateCodeResult validate(CodeSystemValidateCodeRequest asked) {
            ValidateCodeResult result = new CodeSystemValidateCodeOperation(codeSystems()).run(names.of(asked));
            return names.warned(result, asked.value(), asked.system());
        }

        ValidateCodeResult validate(ValueSetValidateCodeRequest asked) {
            ValidateCodeResult result = new ValueSetValidateCodeOperation(
                            codeSystems(), view.valueSets(), compiledValueSets())
                    .run(names.of(asked));
            return names.warned(result, asked.value(), null);
        }
    }
}
