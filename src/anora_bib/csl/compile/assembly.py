"""What compiled elements are put together with: sequences, groups that suppress themselves, branches, substitutes."""

from __future__ import annotations

from collections.abc import Callable

from anora_bib.csl.compile.context import Condition, Context, Render
from anora_bib.csl.compile.formatting import unwrapped
from anora_bib.csl.compile.plans import EMPTY, NOTHING, Made, Plan, fixed
from anora_bib.csl.output.nodes import DISPLAY, Node, Output, RenderedDate, RenderedNames, Substitute, Variable


class Splice(Node):
    """Parts that belong into the sequence around them, one by one."""

    __slots__ = ()

    children: list[Output]


def suppressed_afterwards(plan: Plan, variable: str) -> Plan:
    """A variable printed as a substitute is suppressed in the rest of the output (specification, "Substitute")."""
    if not variable:
        return plan

    def printed(render: Render) -> Render:
        def once(ctx: Context) -> Output | None:
            found = render(ctx)
            if variable in ctx.fields:
                ctx.substituted.append(ctx.fields[variable])
                ctx.fields = {name: value for name, value in ctx.fields.items() if name != variable}
                ctx.suppressed = (*ctx.suppressed, variable)
            elif variable in ctx.dates:
                ctx.dates = {name: value for name, value in ctx.dates.items() if name != variable}
            return found

        return once

    return plan.around(printed)


def counted_as_text(plan: Plan) -> Plan:
    """A number that an element for text prints: a cite with text in it does not collapse with that before it."""

    def counting(render: Render) -> Render:
        def counted(ctx: Context) -> Output | None:
            found = render(ctx)
            if found is not None:
                ctx.text_rendered = True
            return found

        return counted

    return plan.around(counting)


def displayed_as(plan: Plan, display: str) -> Plan:
    """The plan with what it renders as a block of its own: CSL's ``display`` attribute."""
    marks = ((DISPLAY, display),)

    def displaying(render: Render) -> Render:
        def displayed(ctx: Context) -> Output | None:
            found = render(ctx)
            if found is None:
                return None
            return Node(found.children if found.__class__ is Splice else [found], marks=marks)

        return displayed

    return plan.around(displaying)


def as_substitute(render: Render, *, ends: bool) -> Render:
    """A child of ``cs:substitute``: the variables that it renders are suppressed in the rest of the output.

    ``ends`` is true for a child after which no other is tried, even if it renders nothing.
    """

    def substitute(ctx: Context) -> Output | None:
        outer, ctx.substituted = ctx.substituted, []
        ctx.substituting += 1
        made = render(ctx)
        ctx.substituting -= 1
        substituted, ctx.substituted = ctx.substituted, outer
        if made is None:
            return Splice([]) if ends else None
        if made.__class__ is Splice:
            made = Node(made.children)
        if not (isinstance(made, Node) and isinstance(made.data, RenderedNames)):
            made = Node([made], data=Substitute(substituted))
        return made

    return substitute


def marked_date(render: Render) -> Render:
    """A date as a node that tells it is one."""

    def marked(ctx: Context) -> Output | None:
        made = render(ctx)
        if made is None:
            return None
        data = made.data if isinstance(made, Node) else None
        variable = data.variable if isinstance(data, Variable) else ""
        node = made if isinstance(made, Node) and type(data) is Variable else Node([made])
        node.data = RenderedDate(variable, follows_text=ctx.text_rendered)
        return node

    return marked


def self_suppressing(renders: list[Render], always_tried: bool, wrap: Callable[[list[Output]], Output]) -> Render:
    """A group as the specification defines it: empty where all variables that it calls are empty.

    ``always_tried`` is true where it counts as calling variables even if no child does. ``wrap`` adds its formatting.
    """
    if len(renders) == 1:
        return _suppressing_one(renders[0], always_tried, wrap)

    def group(ctx: Context) -> Output | None:
        tried, hit, termed, started = ctx.tried, ctx.hit, ctx.termed, ctx.started
        ctx.hit = ctx.termed = False
        ctx.tried = always_tried
        parts: list[Output] = []
        for render in renders:
            made = render(ctx)
            if made is not None:
                if made.__class__ is Splice:
                    parts += made.children
                else:
                    parts.append(made)
        if ctx.hit or (ctx.termed and not ctx.tried):
            ctx.tried, ctx.hit, ctx.termed = tried, True, termed
            return wrap(parts) if parts else None
        ctx.tried, ctx.hit, ctx.termed, ctx.started = tried or ctx.tried, hit, termed, started
        return None

    return group


def _suppressing_one(render: Render, always_tried: bool, wrap: Callable[[list[Output]], Output]) -> Render:
    """The same for a group with one element left, as most have."""
    bare = wrap is unwrapped

    def group(ctx: Context) -> Output | None:
        tried, hit, termed, started = ctx.tried, ctx.hit, ctx.termed, ctx.started
        ctx.hit = ctx.termed = False
        ctx.tried = always_tried
        made = render(ctx)
        if ctx.hit or (ctx.termed and not ctx.tried):
            ctx.tried, ctx.hit, ctx.termed = tried, True, termed
            if made is None:
                return None
            if made.__class__ is Splice:
                return wrap(made.children) if made.children else None
            if bare and (isinstance(made, str) or not (made.marks or made.prefix or made.suffix)):
                return made
            return wrap([made])
        ctx.tried, ctx.hit, ctx.termed, ctx.started = tried or ctx.tried, hit, termed, started
        return None

    return group


def in_sequence(renders: list[Render], *, hits: bool, tried: bool) -> Made:
    """Elements in a row, without a group around them."""
    if not renders:
        return EMPTY if tried else NOTHING
    if len(renders) == 1:
        return Made(renders[0], hits=hits, tried=tried)

    def sequence(ctx: Context) -> Output | None:
        return _run(renders, ctx)

    return Made(sequence, hits=hits, tried=tried)


def _run(renders: list[Render], ctx: Context) -> Output | None:
    parts: list[Output] = []
    for render in renders:
        made = render(ctx)
        if made is not None:
            if made.__class__ is Splice:
                parts += made.children
            else:
                parts.append(made)
    if len(parts) < 2:
        return parts[0] if parts else None
    return Splice(parts)


def one_branch(branches: list[tuple[Condition | None, list[Render]]]) -> Render:
    """``cs:choose``: the first branch whose condition holds (None always does), or nothing."""

    def choice(ctx: Context) -> Output | None:
        for test, renders in branches:
            if test is None or test(ctx):
                return renders[0](ctx) if len(renders) == 1 else _run(renders, ctx)
        return None

    return choice


def first_of(renders: list[Render]) -> Render:
    """The first element that prints something."""
    if len(renders) == 1:
        return renders[0]

    def first(ctx: Context) -> Output | None:
        for render in renders:
            made = render(ctx)
            if made is not None:
                return made
        return None

    return first


def under_call(render: Render, wrap: Callable[[list[Output]], Output], *, strips: bool) -> Render:
    """The output of a macro under the attributes of its call."""

    def formatted(ctx: Context) -> Output | None:
        made = render(ctx)
        if made is None:
            return None
        return wrap(made.children) if made.__class__ is Splice else wrap([made])

    def stripped(ctx: Context) -> Output | None:
        ctx.strip += 1
        made = formatted(ctx)
        ctx.strip -= 1
        return made

    return stripped if strips else formatted


def nothing(_ctx: Context) -> Output | None:
    """An element that renders nothing."""
    return None


def only_tried(ctx: Context) -> Output | None:
    """Stands for elements whose variables the item does not have."""
    ctx.tried = True
    return None


def without_names(ctx: Context) -> Output | None:
    """Names that are not there are taken for the beginning of the entry: as in citeproc-js, no capital comes after."""
    ctx.tried = ctx.started = True
    return None


NO_PLAN = fixed(nothing, hits=False)
