# SPDX-License-Identifier: GPL-3.0-or-later
"""From one moment to the next: what is gone on with, and whether the words fit what was done. No film is needed."""
import hand
import pages
import play
import tap
from words import Lesson, _, f_, title_of_target, topic_title

PERSON = pages.PERSON
lesson = Lesson('family', 'answer-call')


def sit_down():
    program = hand.Program(data_dir=hand.new_data_dir(PERSON))
    play.sit_down(program, PERSON)
    return program


def card_of_topic(program):
    return program.wait_for_button(topic_title(lesson.topic), contains=True).get_name()


def card_of_lesson(program):
    program.press(topic_title(lesson.topic), contains=True)
    name = program.wait_for_button(lesson.title + ', ', contains=True).get_name()
    program.press(_('Back'))
    program.wait_for(_('My lessons'), 'frame')
    return name


def go_back_to_my_lessons(program, index):
    """From this step of the film, step by step, and out at the first."""
    for before in range(index - 1, -1, -1):
        program.press(_('Back'))
        play.wait_for_step(program, lesson, before)
    program.press(_('Back'))
    program.wait_for(_('My lessons'), 'frame')


def go_on_watching():
    """Watching goes on with the first step not seen yet, also after another stage."""
    program = sit_down()
    assert _('Not begun') in card_of_topic(program), card_of_topic(program)
    play.open_lesson(program, lesson)
    program.press(_('Begin to watch'))
    for index in (0, 1):
        play.wait_for_step(program, lesson, index)
        program.press(_('Next'))
    play.wait_for_step(program, lesson, 2)
    program.press(_('Back'))
    play.wait_for_step(program, lesson, 1)
    play.choose_stage(program, 'follow')
    play.choose_stage(program, 'watch')
    program.press(f_('Go on watching, from step %u', 3))
    play.wait_for_step(program, lesson, 2)
    go_back_to_my_lessons(program, 2)
    assert _('Begun') in card_of_lesson(program), card_of_lesson(program)
    # The run of Follow that was looked into is not what was got furthest in: it has not ended a step.
    program.close()
    again = hand.Program(data_dir=program.data_dir)
    play.sit_down(again, PERSON)
    play.open_lesson(again, lesson)
    play.choose_stage(again, 'watch')
    again.press(f_('Go on watching, from step %u', 3))
    play.wait_for_step(again, lesson, 2)
    again.close()


def go_on_from_my_lessons():
    """The large button leads to the step of the film that comes next, and says so."""
    program = sit_down()
    play.open_lesson(program, lesson)
    program.press(_('Begin to watch'))
    play.wait_for_step(program, lesson, 0)
    program.press(_('Next'))
    play.wait_for_step(program, lesson, 1)
    go_back_to_my_lessons(program, 1)
    card = program.wait_for_button(f_('Go on: %s', lesson.title), contains=True)
    assert _('From step %u, about %u minutes').replace('%u', '2', 1).split('%u')[0] in card.get_name(), card.get_name()
    assert card.do_action(0)
    program.press(f_('Go on watching, from step %u', 2))
    play.wait_for_step(program, lesson, 1)
    program.close()


def words_fit():
    """The hand did a step: that is said, at the step and at the end; help fits the moment; the cards know the stage."""
    program = sit_down()
    play.open_lesson(program, lesson)
    play.choose_stage(program, 'follow')
    play.wait_for_step(program, lesson, 0)
    program.press(_('Next'))
    play.wait_for_step(program, lesson, 1)
    program.press(_('Help me'))
    program.wait_for(_('Watch the hand. Then it is your turn.'))
    program.press(_('Help me'))
    program.wait_for(_('The hand did this step for you. Do it once more, and you will know it.'))
    for index, step in list(enumerate(lesson.steps))[2:]:
        play.wait_for_step(program, lesson, index)
        play.do_step(program, step, lesson.layouts[0], 'follow')
    program.wait_for(_('You have been through it all. The hand did a part for you.'), 'heading')
    assert program.find(_('You have done every step.')) is None
    program.press(_('Help me'))
    program.wait_for(_('Help'), 'heading')
    said = program.names()
    assert any(_('This part is over. “Next” goes on to the next part. “Once again” does this part once more, '
                 '“Back” leads to My lessons.') in name for name in said), said
    pages.close_sheet(program)
    program.press(_('Back'))
    program.wait_for(_('My lessons'), 'frame')
    assert _('Not begun') not in card_of_topic(program), card_of_topic(program)
    assert _('Followed') in card_of_lesson(program), card_of_lesson(program)
    program.close()


def wrong_tap_is_explained():
    """A wrong tap says what that was, then helps; when the hand has taken its step back, it is the trainee's turn."""
    call = Lesson('family', 'video-call')
    program = sit_down()
    play.open_lesson(program, call)
    play.choose_stage(program, 'follow')
    play.wait_for_step(program, call, 0)
    play.do_step(program, call.steps[0], call.layouts[0], 'follow')
    play.wait_for_step(program, call, 1)
    play.tap_target(program, 'home/album', call.layouts[0])
    name = title_of_target('home/album', call.layouts[0])
    said = f_('That is “%s”. Never mind, look once more.', name) + '\n'
    program.wait_for(said + _('Watch the hand. Then it is your turn.'))
    # What was tapped stays until it can have been read: the hand is quicker.
    program.wait_for(said + _('Now it is your turn.'))
    program.close()


tap.run(wrong_tap_is_explained, go_on_watching, go_on_from_my_lessons, words_fit)
