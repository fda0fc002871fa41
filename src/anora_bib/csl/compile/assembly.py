"""What compiled elements are put together with: sequences, groups that suppress themselves, branches, substitutes."""

from __future__ import annotations

from collections.abc import Sequence

from anora_bib.csl.compile.context import Condition, Context, Render
from anora_bib.csl.compile.formatting import shape_of, unwrapped
from anora_bib.csl.compile.plans import AFFIXED, ANY, BOUND, EMPTY, NOTHING, NOTING, PLAIN, UNBOUND, Made, Plan, fixed
from anora_bib.csl.output.nodes import (
    DISPLAY,
    Frame,
    Node,
    Output,
    RenderedDate,
    RenderedNames,
    Substitute,
    Variable,
)
from anora_bib.csl.output.nodes import frame as make_frame


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
    around = make_frame(marks=((DISPLAY, display),))

    def displaying(render: Render) -> Render:
        def displayed(ctx: Context) -> Output | None:
            found = render(ctx)
            if found is None:
                return None
            return Node(found.children if found.__class__ is Splice else [found], around)

        return displayed

    return plan.around(displaying, AFFIXED)


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
        marker = RenderedDate(variable, follows_text=ctx.text_rendered)
        # The node of a date may be that of other items as well.
        if isinstance(made, Node) and type(data) is Variable:
            return Node(made.children, made.frame, marker)
        return Node([made], data=marker)

    return marked


def grouped(children: Sequence[Made], frame: Frame) -> Made:
    """A group as the specification defines it: empty where all variables that it calls are empty."""
    renders: list[Render] = []
    tried = hits = certain = False
    bounds: list[int] = []
    for child in children:
        tried = tried or child.tried
        hits = hits or child.hits
        certain = certain or child.certain
        if child.render is not None:
            renders.append(child.render)
            bounds.append(child.bound)
    if not renders or (tried and not hits):
        return EMPTY if tried else NOTHING
    # What is certain to print a variable, a group alone in another, and elements that are all suppressed by
    # themselves leave nothing to decide.
    bound = _bound(bounds)
    if bound == BOUND and tried and not certain:
        bound, renders = NOTING, [only_tried, *renders]
    decided = certain or bool(bound) or (len(children) == 1 and children[0].closed)
    if len(renders) == 1:
        shape = shape_in(children)
        made = _one_inside(renders[0], shape, frame) if decided else _suppressing_one(renders[0], tried, shape, frame)
    else:
        made = _all_inside(renders, frame) if decided else _suppressing(renders, tried, frame)
    return Made(made, hits=True, certain=certain, closed=True, bound=bound, shape=shape_of(frame))


def _bound(bounds: Sequence[int]) -> int:
    """How elements in a row are bound, each of which may print something."""
    return max(bounds) if all(bounds) else UNBOUND


def _suppressing(renders: list[Render], always_tried: bool, frame: Frame) -> Render:
    """A group that has to see whether it printed a variable.

    ``always_tried`` is true where it counts as calling variables even if no child does.
    """
    bare = frame.bare

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
            if not parts:
                return None
            return unwrapped(parts) if bare else Node(parts, frame)
        ctx.tried, ctx.hit, ctx.termed, ctx.started = tried or ctx.tried, hit, termed, started
        return None

    return group


def _suppressing_one(render: Render, always_tried: bool, shape: int, frame: Frame) -> Render:
    """The same for a group with one element left, as most have."""
    bare = frame.bare
    as_it_is = bare and shape == PLAIN

    def group(ctx: Context) -> Output | None:
        tried, hit, termed, started = ctx.tried, ctx.hit, ctx.termed, ctx.started
        ctx.hit = ctx.termed = False
        ctx.tried = always_tried
        made = render(ctx)
        if ctx.hit or (ctx.termed and not ctx.tried):
            ctx.tried, ctx.hit, ctx.termed = tried, True, termed
            if as_it_is or made is None:
                return made
            if made.__class__ is Splice:
                return Node(made.children, frame) if made.children else None
            if bare and (isinstance(made, str) or not made.frame.affixed):
                return made
            return Node([made], frame)
        ctx.tried, ctx.hit, ctx.termed, ctx.started = tried or ctx.tried, hit, termed, started
        return None

    return group


def _one_inside(render: Render, shape: int, frame: Frame) -> Render:
    """One element in a frame."""
    bare = frame.bare
    if bare and shape == PLAIN:
        return render

    def framed(ctx: Context) -> Output | None:
        made = render(ctx)
        return None if made is None else Node([made], frame)

    def spliced(ctx: Context) -> Output | None:
        made = render(ctx)
        if made is None:
            return None
        if made.__class__ is Splice:
            return Node(made.children, frame) if made.children else None
        if bare and (isinstance(made, str) or not made.frame.affixed):
            return made
        return Node([made], frame)

    return spliced if shape == ANY else framed


def _all_inside(renders: list[Render], frame: Frame) -> Render:
    """Elements in a frame."""
    bare = frame.bare

    def framed(ctx: Context) -> Output | None:
        parts: list[Output] = []
        for render in renders:
            made = render(ctx)
            if made is not None:
                if made.__class__ is Splice:
                    parts += made.children
                else:
                    parts.append(made)
        if not parts:
            return None
        return unwrapped(parts) if bare else Node(parts, frame)

    return framed


def in_sequence(children: Sequence[Made]) -> Made:
    """Elements in a row, without a group around them."""
    renders = [child.render for child in children if child.render is not None]
    tried = any(child.tried for child in children)
    if not renders:
        return EMPTY if tried else NOTHING
    if len(children) == 1:
        return children[0]
    return Made(
        renders[0] if len(renders) == 1 else _sequence(renders),
        hits=any(child.hits for child in children),
        tried=tried,
        certain=any(child.certain for child in children),
        bound=_bound([child.bound for child in children if child.render is not None]),
        shape=shape_in(children),
        parts=children,
    )


def shape_in(children: Sequence[Made]) -> int:
    """The shape of what elements in a row render: that of the only one that renders anything."""
    shapes = [child.shape for child in children if child.render is not None]
    return shapes[0] if len(shapes) == 1 else ANY


def _sequence(renders: list[Render]) -> Render:
    def sequence(ctx: Context) -> Output | None:
        return _run(renders, ctx)

    return sequence


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


def one_branch(branches: list[tuple[Condition | None, list[Render]]], possible: Sequence[Made]) -> Made:
    """``cs:choose``: the first branch whose condition holds (None always does), or nothing.

    ``possible`` has what each branch comes to.
    """

    def choice(ctx: Context) -> Output | None:
        for test, renders in branches:
            if test is None or test(ctx):
                return renders[0](ctx) if len(renders) == 1 else _run(renders, ctx)
        return None

    shapes = {made.shape for made in possible if made.render is not None}
    return Made(
        choice,
        # That a branch may be taken whose variables are empty does not mean that one is.
        hits=any(made.hits or made.tried for made in possible),
        certain=branches[-1][0] is None and all(made.certain for made in possible),
        bound=BOUND if all(made.bound for made in possible if made.render is not None) else UNBOUND,
        shape=shapes.pop() if len(shapes) == 1 else ANY,
    )


def first_of(children: Sequence[Made]) -> Made:
    """The first element that prints something."""
    renders = [child.render for child in children if child.render is not None]
    if len(renders) < 2:
        return in_sequence(children)

    def first(ctx: Context) -> Output | None:
        for render in renders:
            made = render(ctx)
            if made is not None:
                return made
        return None

    return Made(
        first,
        hits=any(child.hits for child in children),
        tried=any(child.tried for child in children),
    )


def under_call(made: Made, frame: Frame, *, strips: bool) -> Made:
    """The output of a macro under the attributes of its call."""
    if made.render is None:
        return made
    framed = _one_inside(made.render, made.shape, frame)

    def stripped(ctx: Context) -> Output | None:
        ctx.strip += 1
        made = framed(ctx)
        ctx.strip -= 1
        return made

    return made.changed(stripped if strips else framed, shape_of(frame), closed=made.closed, bound=made.bound)


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
